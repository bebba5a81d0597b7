# What HackHub needs around its Kubernetes: a network, PostgreSQL, a bucket. Never planned or applied where it was written, as no
# provider could be had there: only its form was checked (terraform fmt).
terraform {
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }

  # Where the state lies is yours to say: terraform init -backend-config=bucket=… -backend-config=key=hackhub -backend-config=region=…
  backend "s3" {
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Application = "hackhub"
      Environment = var.environment
      ManagedBy   = "terraform"
    }
  }
}
